FROM mcr.microsoft.com/dotnet/sdk:10.0 AS a
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl https://example.com/a | tar -x
SHELL ["/bin/sh", "-c"]
# expect DG5021 5-9
RUN curl https://example.com/a | tar -x
FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5021 5-9
RUN curl https://example.com/a | tar -x
# expect DG5021 39-43
RUN set -o pipefail; set +o pipefail; curl https://example.com/a | tar -x

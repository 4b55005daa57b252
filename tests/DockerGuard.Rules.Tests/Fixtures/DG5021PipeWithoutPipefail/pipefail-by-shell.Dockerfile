FROM mcr.microsoft.com/dotnet/sdk:10.0 AS base
SHELL ["/bin/bash", "-euxo", "pipefail", "-c"]
RUN curl https://example.com/a | tar -x
FROM base
RUN curl https://example.com/a | tar -x

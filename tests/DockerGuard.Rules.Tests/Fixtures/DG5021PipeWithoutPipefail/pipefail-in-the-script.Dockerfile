FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN set -o pipefail && curl https://example.com/a | tar -x
RUN set -eux; set -o pipefail; curl https://example.com/a | tar -x
RUN bash -o pipefail -c "curl https://example.com/a | tar -x"
RUN ["/bin/bash", "-o", "pipefail", "-c", "curl https://example.com/a | tar -x"]
RUN <<SCRIPT
#!/bin/bash
set -euo pipefail
curl https://example.com/a | tar -x
SCRIPT

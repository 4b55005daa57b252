FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
# expect DG4024 5-9
RUN wget https://example.com/tool
FROM contoso/base:1
# expect DG4024 5-9
RUN wget https://example.com/tool
# expect DG4024 5-9
RUN wget https://example.com/tool 2>&1

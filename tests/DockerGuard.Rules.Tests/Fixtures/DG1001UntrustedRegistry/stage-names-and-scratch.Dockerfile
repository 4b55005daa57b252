# policy: trusted=mcr.microsoft.com
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
FROM build AS publish
RUN dotnet publish -o /app
FROM scratch
COPY --from=publish /app /app
COPY --from=0 /etc/passwd /etc/passwd

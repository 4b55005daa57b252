# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG1012 13-18
COPY --from=nginx /etc/nginx /etc/nginx
# expect DG1012 13-14
COPY --from=2 /app /app
# expect DG1012 13-18
COPY --from=Build /app /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
ADD <<EOF /app/appsettings.json
{ "AllowedHosts": "*" }
EOF

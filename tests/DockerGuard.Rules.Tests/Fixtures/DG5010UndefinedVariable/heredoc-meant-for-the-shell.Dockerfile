FROM mcr.microsoft.com/dotnet/sdk:10.0
COPY <<EOF /start.sh
# expect DG5010 21-23
exec dotnet Web.dll $1
EOF

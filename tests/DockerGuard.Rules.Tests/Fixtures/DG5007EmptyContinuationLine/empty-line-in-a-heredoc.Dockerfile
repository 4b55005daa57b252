FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN <<EOF
dotnet restore \

dotnet publish
EOF

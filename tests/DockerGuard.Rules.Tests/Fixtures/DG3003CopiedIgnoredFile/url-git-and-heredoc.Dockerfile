# ignorefile: **
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ADD https://example.com/a.txt /a.txt
ADD git@github.com:contoso/shop.git /src/
COPY <<EOF /b.txt
b
EOF

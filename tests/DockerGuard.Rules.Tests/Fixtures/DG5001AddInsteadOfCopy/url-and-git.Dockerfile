FROM mcr.microsoft.com/dotnet/sdk:10.0
ADD https://example.com/tool.bin /usr/local/bin/tool
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/data.json /data/
ADD git@github.com:contoso/shop.git#main /src
ADD https://github.com/contoso/shop.git#main /src2

FROM mcr.microsoft.com/dotnet/sdk:10.0
ADD rootfs.tar /
ADD tools.tar.gz /tools
ADD ["DATA.TGZ", "/data"]
ADD a.tar.xz b.tar.zst /both/

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5001 1-4
ADD --unpack=false rootfs /app/
# expect DG5001 1-4
ADD files/* /app/

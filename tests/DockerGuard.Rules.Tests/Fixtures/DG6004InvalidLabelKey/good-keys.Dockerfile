FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL org.opencontainers.image.source=https://github.com/contoso/shop com.contoso.team-name=shop io.k8s/x_y=1

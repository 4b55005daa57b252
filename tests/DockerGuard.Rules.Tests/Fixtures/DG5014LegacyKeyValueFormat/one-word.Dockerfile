FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5014 5-23
ENV DOTNET_NOLOGO true
# expect DG5014 7-27
LABEL com.contoso.team web

# policy: required=com.contoso.team
FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL com.contoso.team the shop team

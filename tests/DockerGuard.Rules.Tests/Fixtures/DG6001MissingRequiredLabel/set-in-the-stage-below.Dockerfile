# policy: required=com.contoso.team
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
LABEL com.contoso.team=shop
FROM base

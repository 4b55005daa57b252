FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG3001 5-20
ARG ARTIFACTORY_PSW
# expect DG3001 5-11
ENV DB_PWD=x
# expect DG3001 5-12
ENV DB_PASS=x
ENV PWD=/app OLDPWD=/ BYPASS=1

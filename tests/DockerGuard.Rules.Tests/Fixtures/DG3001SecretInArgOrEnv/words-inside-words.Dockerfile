FROM mcr.microsoft.com/dotnet/aspnet:10.0
ARG MONKEY=1
ENV KEYBOARD=de AUTHOR=me TOKENIZER=fast BYPASS=1 PASSWORDLESS=1 keycloak=1

# policy: profile=hadolint
ARG APP_UID
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
USER ${APP_UID}
USER 1000:web

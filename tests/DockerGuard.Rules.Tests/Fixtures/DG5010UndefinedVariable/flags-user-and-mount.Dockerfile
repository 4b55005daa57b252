FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5010 14-20
# expect DG5010 29-34
COPY --chown=$OWNER --chmod=$MODE a b
# expect DG5010 13-43
RUN --mount=type=cache,target=/x,id=$CACHE true
# expect DG5010 6-15
USER $APP_USER

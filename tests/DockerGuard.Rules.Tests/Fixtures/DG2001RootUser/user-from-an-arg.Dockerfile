FROM mcr.microsoft.com/dotnet/aspnet:10.0
ARG RUN_AS=root
# expect DG2001 6-13
USER $RUN_AS

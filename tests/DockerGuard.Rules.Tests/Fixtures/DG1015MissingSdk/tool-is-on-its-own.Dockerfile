FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=tools /tools /tools
RUN /tools/dotnet-ef database update

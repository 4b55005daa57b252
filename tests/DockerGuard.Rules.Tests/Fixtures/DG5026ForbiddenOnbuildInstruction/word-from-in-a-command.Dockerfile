FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ONBUILD RUN echo FROM scratch
ONBUILD COPY --from=build /a /b

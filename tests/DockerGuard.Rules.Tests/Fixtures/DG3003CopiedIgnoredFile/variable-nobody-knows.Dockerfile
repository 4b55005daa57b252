# ignorefile: *.md
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG FOLDER
COPY $FOLDER/Web.dll /app/

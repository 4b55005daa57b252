# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4005 5-8
# expect DG4005 30-33
RUN apt install -y tzdata && apt show tzdata

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG2005 5-12
RUN useradd -u 1000700000 app2
# expect DG2005 29-36
RUN groupadd -g 100000 x && useradd --create-home \
    --uid=100000 app3

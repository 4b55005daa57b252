FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN yes | apt-get install tzdata && echo y | sudo apt-get install curl

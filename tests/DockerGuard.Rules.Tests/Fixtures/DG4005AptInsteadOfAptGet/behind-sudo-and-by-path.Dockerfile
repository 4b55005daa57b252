FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4005 10-13
# expect DG4005 23-35
RUN sudo apt clean && /usr/bin/apt autoremove -y

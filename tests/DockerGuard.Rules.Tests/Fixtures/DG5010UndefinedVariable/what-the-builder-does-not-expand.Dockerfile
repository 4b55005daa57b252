FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN echo $HOME ${NOT_SET}
CMD ["dotnet", "$X"]
ENTRYPOINT exec $Y
HEALTHCHECK CMD test $Z

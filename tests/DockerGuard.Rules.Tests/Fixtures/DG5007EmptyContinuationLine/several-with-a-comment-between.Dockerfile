FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5007 23-24
RUN dotnet restore && \

   
    # publish

    dotnet publish

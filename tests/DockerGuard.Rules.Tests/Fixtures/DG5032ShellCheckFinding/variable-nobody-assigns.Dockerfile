FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5032 36-40
RUN for file in *.sh; do chmod +x "$fil"; done
# expect DG5032 18-26
ONBUILD RUN echo $project

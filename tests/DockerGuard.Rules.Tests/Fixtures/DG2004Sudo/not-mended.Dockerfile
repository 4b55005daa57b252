FROM contoso/base:1
# expect DG2004 5-9
RUN sudo apt-get update
FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG2004 5-9
# expect DG2004 31-35
RUN sudo -E apt-get update && sudo A=b env
# expect DG2004 5-9
RUN sudo \
    # a comment between
    apt-get update
# expect DG2004 7-11
RUN ["sudo", "id"]
# expect DG2004 13-17
ONBUILD RUN sudo id

FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG2004 5-9
RUN sudo apt-get update && \
    # with a comment
# expect DG2004 5-9
    sudo  apt-get install -y git
USER app
# expect DG2004 5-9
RUN sudo id
USER root
# expect DG2004 12-16
RUN sh -c "sudo id"

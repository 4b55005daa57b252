FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN echo one && \
# expect DG5032 8-14
  echo $other

FROM mcr.microsoft.com/dotnet/sdk:10.0
# dockerguard ignore=SC2154 the tool sets it
RUN echo $name
# hadolint ignore=SC2154
RUN echo $name
# dockerguard ignore=SC* all of them
RUN echo $name
# dockerguard ignore=DG5032 all of them
RUN echo $name

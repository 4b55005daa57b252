FROM mcr.microsoft.com/dotnet/sdk:10.0
ARG BUNDLE
ADD $BUNDLE /tools
ADD bundles/${BUNDLE} /tools

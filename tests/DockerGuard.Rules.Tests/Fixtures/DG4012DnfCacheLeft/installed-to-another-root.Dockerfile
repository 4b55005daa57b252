FROM mcr.microsoft.com/dotnet/sdk:10.0-azurelinux3.0 AS build
RUN tdnf install -y --releasever=3.0 --installroot /staging icu && tdnf clean all --releasever=3.0 --installroot /staging

FROM scratch
COPY --from=build /staging /

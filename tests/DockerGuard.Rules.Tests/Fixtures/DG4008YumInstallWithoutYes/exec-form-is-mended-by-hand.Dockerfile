FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4008 14-21
RUN ["yum", "install", "tzdata"]

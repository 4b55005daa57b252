# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get -o Acquire::Retries=3 -c apt.conf update && apt-get install -y -t noble-backports -o Dpkg::Use-Pty=0 --no-install-recommends curl=8.5.0-2ubuntu10.6 && rm -rf /var/lib/apt/lists/*

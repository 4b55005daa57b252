FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN set -e; \
# a comment that the build drops

	echo "😀 café"; \
# expect DG5032 7-12
	echo $name \
# expect DG5032 5-12
  "	$second"

FROM --platform=linux/s390x debian:13
FROM --platform=linux/s390x scratch

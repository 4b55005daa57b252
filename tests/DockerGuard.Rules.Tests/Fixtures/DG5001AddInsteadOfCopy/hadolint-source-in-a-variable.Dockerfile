# policy: profile=hadolint
FROM debian:13
ARG ARTIFACT
# expect DG5001 1-4
ADD ${ARTIFACT} app.jar
ADD https://example.com/$ARTIFACT /

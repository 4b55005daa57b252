# policy: profile=hadolint
# expect DG3001 5-15
ARG MYPASSWORD
FROM debian:13
# expect DG3001 5-13
ENV username=app
# expect DG3001 13-28
ONBUILD ARG NPMPRIVATEREPO1

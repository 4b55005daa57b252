# policy: profile=hadolint
FROM debian:13 AS a
# expect DG5021 24-28
RUN set -o pipefail && curl https://example.com/a | tar -x
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
# expect DG5021 5-9
RUN echo a | tar -x
SHELL ["/usr/local/bin/zsh", "-o", "pipefail", "-c"]
RUN echo a | tar -x
FROM a
# expect DG5021 5-9
RUN echo a | tar -x
ONBUILD RUN echo a | tar -x

FROM debian:13
# expect DG5020 23-46
RUN apt-get update && ln -sf bash /usr/bin/sh
# expect DG5020 5-29
RUN ln -sf /bin/dash /bin/sh
# expect DG5020 5-28
RUN ln -f /bin/bash /bin/sh
# expect DG5020 5-13
RUN ln -sf \
    /bin/bash /bin/sh
# expect DG5020 34-58
RUN --mount=type=tmpfs,target=/x ln -sf /bin/bash /bin/sh
# expect DG5020 13-37
ONBUILD RUN ln -sf /bin/bash /bin/sh
# expect DG5020 5-28
RUN ln -sf "$SHELL" /bin/sh

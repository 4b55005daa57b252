FROM debian:13
RUN ln -sf /bin/true /sbin/initctl && ln -s foo bar && something_with /bin/sh
RUN ln -s /opt/sh && cp /bin/bash /opt/sh

FROM debian:13
COPY --from=contoso/tools:1 /tool.tar.gz /
RUN tar -xzf /tool.tar.gz
RUN --mount=type=bind,source=a.tar,target=/a.tar tar -xf /a.tar -C /opt
ADD b.tar /opt

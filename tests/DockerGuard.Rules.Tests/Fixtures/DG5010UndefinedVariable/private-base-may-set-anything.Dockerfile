FROM registry.contoso.com/base:1 AS base
FROM base
COPY a $WORKSPACE
ARG FOO_BAR=1
LABEL a=$WORKSPACE

ARG TEAM=web
FROM registry.contoso.com/base:1
ARG WORKSPACE=/work
# expect DG5010 8-18
COPY a $WORKSPASE
# expect DG5010 9-14
LABEL a=$TEAM

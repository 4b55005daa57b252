# policy: profile=hadolint
# expect DG1003 6-12
FROM alpine AS base
COPY --from=busybox /a /a
FROM base
FROM $BASE
FROM alpine@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d

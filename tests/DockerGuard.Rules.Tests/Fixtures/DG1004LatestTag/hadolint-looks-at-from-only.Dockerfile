# policy: profile=hadolint
# expect DG1004 6-19
FROM alpine:latest AS base
COPY --from=busybox:latest /a /a
FROM base
FROM alpine:latest@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d

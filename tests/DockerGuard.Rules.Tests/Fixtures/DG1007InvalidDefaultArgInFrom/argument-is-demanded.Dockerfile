ARG IMAGE_NAME
FROM ${IMAGE_NAME:?--build-arg-IMAGE_NAME-is-missing}

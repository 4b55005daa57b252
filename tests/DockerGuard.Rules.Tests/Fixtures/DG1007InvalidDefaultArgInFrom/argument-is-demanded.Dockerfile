ARG IMAGE_NAME
FROM ${IMAGE_NAME:?name the image with --build-arg IMAGE_NAME}

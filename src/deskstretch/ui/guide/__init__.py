"""The guide: a moving figure, a hold timer, and the person's own pace."""
